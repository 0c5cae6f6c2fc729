console.log(JSON.stringify({ commands: [] }));
